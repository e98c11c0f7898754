package org.warmhandoff.adapters.provider;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.warmhandoff.message.Submission;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Whether a message that failed to be sent may have been sent all the same. Only what shows that the provider did not take it counts as
 * not taken; whatever else happened, a timeout, a reset, a server's fault, it may have.
 */
public final class Failure {

    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;

    /** How the CRT client begins what it says of a connection that it never had. */
    private static final String NO_CONNECTION = "An exception occurred when acquiring a connection";

    private Failure() {}

    /** @param refusal for the sender of the referral, where the provider says that the message is at fault */
    public static Submission of(SdkException failure, String refusal) {
        if (!(failure instanceof AwsServiceException answered)) {
            return neverConnected(failure) ? notTaken() : new Submission.Unknown();
        }
        if (answered.isThrottlingException() || answered.statusCode() == TOO_MANY) {
            return new Submission.NotTaken(retryAfter(answered));
        }
        if (answered.statusCode() >= SERVER || answered.statusCode() == 0) {
            return new Submission.Unknown();
        }
        // 400 is about the message; the others (rights, an expired token, a missing set) are about us, and people mend
        // that.
        return answered.statusCode() == 400 && !answered.isClockSkewException()
                ? new Submission.Refused(refusal)
                : notTaken();
    }

    public static Submission notTaken() {
        return new Submission.NotTaken(Optional.empty());
    }

    private static boolean neverConnected(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean unconnected = cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLHandshakeException
                    || cause.getMessage() != null && cause.getMessage().startsWith(NO_CONNECTION);
            if (unconnected) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Duration> retryAfter(AwsServiceException answered) {
        return Optional.ofNullable(answered.awsErrorDetails())
                .flatMap(details -> Optional.ofNullable(details.sdkHttpResponse()))
                .flatMap(response -> response.firstMatchingHeader("Retry-After"))
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }
}
