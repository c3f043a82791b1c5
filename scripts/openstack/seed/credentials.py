"""Application credentials, clouds.yaml and the file to source."""

import json
import urllib.error

from api import AUTH_URL, REGION, STATE, Session, call, secret


def seed():
    clouds = {
        "hansa": by_application_credential("hansa"),
        "hansa-password": by_password("hansa", "hansa"),
        "hansa-small": by_application_credential("hansa-small"),
        "hansa-admin": by_password("admin", "admin"),
    }
    # JSON is YAML, and needs no library to write
    (STATE / "clouds.yaml").write_text(json.dumps({"clouds": clouds}, indent=2) + "\n")
    (STATE / "env").write_text(f"export OS_CLIENT_CONFIG_FILE={STATE}/clouds.yaml OS_CLOUD=hansa\n")


def cloud(auth, **more):
    return {**more, "auth": {"auth_url": AUTH_URL, **auth}, "region_name": REGION, "interface": "public", "identity_api_version": 3}


def by_password(user, project):
    return cloud({"username": user, "password": secret(user), "project_name": project,
                  "user_domain_name": "Default", "project_domain_name": "Default"})


def by_application_credential(user):
    path = STATE / "secrets" / f"{user}.application-credential"
    if not (path.exists() and logs_in(json.loads(path.read_text()))):
        path.write_text(json.dumps(new_application_credential(user)))
    known = json.loads(path.read_text())
    return cloud({"application_credential_id": known["id"], "application_credential_secret": known["secret"]},
                 auth_type="v3applicationcredential")


def logs_in(credential):
    try:
        call("POST", AUTH_URL + "/auth/tokens",
             {"auth": {"identity": {"methods": ["application_credential"], "application_credential": credential}}})
        return True
    except urllib.error.HTTPError as error:
        if error.code == 401:
            return False
        raise


def new_application_credential(user):
    session = Session(user, user, secret(user))
    base = f"{AUTH_URL}/users/{session.user_id}/application_credentials"
    for old in session.get(f"{base}?name=hansa")["application_credentials"]:
        session.delete(f"{base}/{old['id']}")
    made = session.post(base, {"application_credential": {"name": "hansa", "description": "what clouds.yaml logs in with"}})
    return {key: made["application_credential"][key] for key in ("id", "secret")}
