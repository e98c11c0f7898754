package org.warmhandoff.adapters.mail;

import java.util.List;
import org.warmhandoff.adapters.provider.Failure;
import org.warmhandoff.message.Mailer;
import org.warmhandoff.message.OutgoingMail;
import org.warmhandoff.message.Submission;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;

/**
 * Sends emails by SES. The client must not try again by itself: SES has no way to tell a repetition, and with the SDK's own retries one
 * mail whose reply was lost went out four times. The message's key goes along as a tag, so that the events of the configuration set find
 * it; there are no other tags, and nothing of anybody in this one.
 */
public final class SesMailer implements Mailer {

    /** The tag by which an event finds its message. */
    public static final String TAG = "message";

    private static final String REFUSED = "The email provider refused it.";

    private final SesV2Client client;
    private final String from;
    private final String configurationSet;

    public SesMailer(SesV2Client client, String from, String configurationSet) {
        this.client = client;
        this.from = from;
        this.configurationSet = configurationSet;
    }

    @Override
    public Submission send(OutgoingMail mail) {
        try {
            return new Submission.Accepted(client.sendEmail(request -> request.fromEmailAddress(from)
                            .configurationSetName(configurationSet)
                            .destination(to -> to.toAddresses(mail.to().value()))
                            .emailTags(MessageTag.builder()
                                    .name(TAG)
                                    .value(mail.message().tag())
                                    .build())
                            .content(content -> content.simple(simple -> simple.subject(utf8(mail.subject()))
                                    .body(body -> body.html(utf8(mail.html())).text(utf8(mail.text())))
                                    .headers(headers(mail)))))
                    .messageId());
        } catch (LimitExceededException
                | SendingPausedException
                | AccountSuspendedException
                | MailFromDomainNotVerifiedException later) {
            return Failure.notTaken();
        } catch (SdkException failure) {
            return Failure.of(failure, REFUSED);
        }
    }

    /** RFC 8058: one press in the mail program, without a page. */
    private static List<MessageHeader> headers(OutgoingMail mail) {
        return mail.unsubscribe()
                .map(url -> List.of(
                        header("List-Unsubscribe", "<" + url + ">"),
                        header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")))
                .orElse(List.of());
    }

    private static MessageHeader header(String name, String value) {
        return MessageHeader.builder().name(name).value(value).build();
    }

    private static Content utf8(String text) {
        return Content.builder().data(text).charset("UTF-8").build();
    }
}
