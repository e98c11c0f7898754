"""Prints the two items of scripts/first-administrator as one transaction, refused where either is there already."""
import json
import sys

sub, email, name, organization, title, zone, table = sys.argv[1:]


def string(value):
    return {"S": value}


def put(item):
    return {"Put": {"TableName": table, "Item": item, "ConditionExpression": "attribute_not_exists(PK)"}}


print(json.dumps([
    put({
        "PK": string(f"ORG#{organization}"), "SK": string("ORG"), "type": string("ORG"), "format": {"N": "1"}, "name": string(title),
        "G1PK": string("ORGS"), "G1SK": string(f"{title.lower()}#{organization}"),
        "row": {"M": {
            "id": string(organization), "name": string(title), "displayName": string(title), "timeZone": string(zone), "phone": string(""),
            "outOfNetworkReferring": {"BOOL": True}, "victimServices": {"BOOL": False}, "part2": {"BOOL": False}}}}),
    put({
        "PK": string(f"MEMBER#{sub}"), "SK": string("MEMBER"), "type": string("MEMBER"), "format": {"N": "1"}, "administrator": {"BOOL": True},
        "G1PK": string("MEMBERS"), "G1SK": string(f"{name.lower()}#{sub}"),
        "row": {"M": {
            "id": string(sub), "organization": string(organization), "name": string(name), "email": string(email), "program": string(""),
            "phone": string(""), "roles": {"L": [string("ADMINISTRATOR")]}, "active": {"BOOL": True}}}}),
]))
