/**
 * How deep values and types may be nested: deeper than anybody writes, and well below where the functions that walk them by calling
 * themselves run out of stack.
 */
export const DEEPEST = 1000;

export const TOO_DEEP = `nested more than ${DEEPEST} deep`;
