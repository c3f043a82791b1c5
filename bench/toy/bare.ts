/** A program that says a word and stays: the least that any provider takes on what it runs on. */
console.log('up');
setInterval(() => {}, 1e6);
