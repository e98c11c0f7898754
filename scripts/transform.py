"""Prints template.yaml as CloudFormation will see it: what SAM's own transform makes of it, as JSON. Run by the SAM CLI's Python."""
import json
import os
import sys

from samtranslator.parser.parser import Parser
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse


class ManagedPolicies:
    """The transform asks IAM for the ARNs of managed policies; their names alone are enough to look at."""

    def load(self):
        return {name: f"arn:aws:iam::aws:policy/service-role/{name}" for name in (
            "AWSLambdaBasicExecutionRole", "AWSLambdaDynamoDBExecutionRole", "AWSLambdaSQSQueueExecutionRole", "AWSCodeDeployRoleForLambda")}


os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
with open(sys.argv[1], encoding="utf-8") as file:
    template = yaml_parse(file)
for resource in template["Resources"].values():
    if "CodeUri" in resource.get("Properties", {}):
        # As after `sam package`: the transform takes code from a bucket alone.
        resource["Properties"]["CodeUri"] = "s3://bucket/functions.zip"
json.dump(transform(template, {}, ManagedPolicies()), sys.stdout, default=str)
