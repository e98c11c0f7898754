/**
 * Small servers that speak the wire protocols of SES, SNS, SQS, EventBridge Scheduler and Cognito's administration, so that
 * the real SDK clients run unchanged: what they send is serialized, signed, sent and parsed as in the cloud.
 */
package org.warmhandoff.local.wire;
