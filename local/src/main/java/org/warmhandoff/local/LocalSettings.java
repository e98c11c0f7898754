package org.warmhandoff.local;

import java.util.Map;
import java.util.Optional;
import org.warmhandoff.local.template.LocalValues;

/** The one table of what stands here in the place of the cloud's values. An unknown one stops the start. */
record LocalSettings(String publicAddress, String wireAddress, Map<String, String> overrides) implements LocalValues {

    static final String TABLE = "warm-handoff";
    static final String USER_POOL = "us-east-1_local";
    static final String CLIENT = "warm-handoff-ui";
    static final String ORIGIN_SECRET = "local-origin-secret";

    /** Keys the hashes of addresses; the same on each start, else every opt-out would be forgotten. */
    private static final String ADDRESS_KEY = "local-address-key-that-protects-nothing-0123";

    private static final String REGION = "us-east-1";
    private static final String ACCOUNT = "000000000000";

    private static final Map<String, String> SECRETS =
            Map.of("ADDRESS_KEY", ADDRESS_KEY, "ORIGIN_SECRET", ORIGIN_SECRET);

    @Override
    public Map<String, String> parameters() {
        return overrides;
    }

    @Override
    public Optional<String> reference(String id, String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "AWS::DynamoDB::Table" -> TABLE;
                    case "AWS::SQS::Queue" -> wireAddress + "/" + ACCOUNT + "/" + id;
                    case "AWS::SNS::Topic" -> arn("sns", id);
                    case "AWS::Cognito::UserPool" -> USER_POOL;
                    case "AWS::Cognito::UserPoolClient" -> CLIENT;
                    case "AWS::SES::ConfigurationSet",
                            "AWS::Scheduler::ScheduleGroup",
                            "AWS::Logs::LogGroup",
                            "AWS::S3::Bucket",
                            "AWS::IAM::Role",
                            "AWS::Serverless::HttpApi" -> id;
                    case "AWS::Serverless::Function" -> function(id);
                    case "AWS::SecretsManager::Secret" -> arn("secretsmanager", "secret:" + id);
                    case "AWS::KMS::Key" -> id;
                    default -> null;
                });
    }

    @Override
    public Optional<String> attribute(String id, String type, String attribute) {
        return Optional.ofNullable(
                switch (type + "." + attribute) {
                    case "AWS::DynamoDB::Table.Arn" -> arn("dynamodb", "table/" + TABLE);
                    case "AWS::DynamoDB::Table.StreamArn" -> arn("dynamodb", "table/" + TABLE + "/stream/local");
                    case "AWS::SQS::Queue.Arn" -> arn("sqs", id);
                    case "AWS::SQS::Queue.QueueName" -> id;
                    case "AWS::SNS::Topic.TopicName" -> id;
                    case "AWS::SNS::Topic.TopicArn" -> arn("sns", id);
                    case "AWS::IAM::Role.Arn" -> "arn:aws:iam::" + ACCOUNT + ":role/" + id;
                    case "AWS::Cognito::UserPool.Arn" -> arn("cognito-idp", "userpool/" + USER_POOL);
                    case "AWS::Logs::LogGroup.Arn" -> arn("logs", "log-group:" + id + ":*");
                    case "AWS::Serverless::Function.Arn" -> function(id);
                    default -> null;
                });
    }

    @Override
    public Optional<String> secret(String setting) {
        return Optional.ofNullable(SECRETS.get(setting));
    }

    private static String function(String id) {
        return arn("lambda", "function:" + id.split("\\.")[0]);
    }

    private static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
    }
}
