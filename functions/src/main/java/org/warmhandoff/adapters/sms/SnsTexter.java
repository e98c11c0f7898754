package org.warmhandoff.adapters.sms;

import java.util.Map;
import org.warmhandoff.adapters.provider.Failure;
import org.warmhandoff.message.OutgoingText;
import org.warmhandoff.message.Submission;
import org.warmhandoff.message.Texter;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.OptedOutException;

/**
 * Sends texts by SNS, all from the one number that people answer to. The client must not try again by itself, as for mail; and of a text
 * no event tells that it was sent, so its provider's id is all that finds it again.
 */
public final class SnsTexter implements Texter {

    private static final String REFUSED = "The number cannot receive texts.";

    private final SnsClient client;
    private final Map<String, MessageAttributeValue> attributes;

    /** @param number E.164 */
    public SnsTexter(SnsClient client, String number) {
        this.client = client;
        this.attributes = Map.of(
                "AWS.MM.SMS.OriginationNumber", text(number),
                "AWS.SNS.SMS.SMSType", text("Transactional"));
    }

    @Override
    public Submission send(OutgoingText text) {
        try {
            return new Submission.Accepted(
                    client.publish(request -> request.phoneNumber(text.to().value())
                                    .message(text.body())
                                    .messageAttributes(attributes))
                            .messageId());
        } catch (OptedOutException out) {
            return new Submission.OptedOut();
        } catch (InvalidParameterException invalid) {
            return optedOut(invalid) ? new Submission.OptedOut() : new Submission.Refused(REFUSED);
        } catch (SdkException failure) {
            return Failure.of(failure, REFUSED);
        }
    }

    /** SNS documents a fault of its own for this and answers with the general one. */
    private static boolean optedOut(InvalidParameterException invalid) {
        String message = String.valueOf(invalid.getMessage()).toLowerCase(java.util.Locale.ROOT);
        return message.contains("opted out") || message.contains("opted-out");
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
