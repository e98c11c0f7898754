package org.warmhandoff.adapters.http;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.warmhandoff.adapters.dynamo.BadCursor;
import org.warmhandoff.adapters.dynamo.TableBusy;
import org.warmhandoff.adapters.dynamo.TableCalls;
import org.warmhandoff.adapters.log.Log;

/**
 * Stands between API Gateway and an action: the only place that reads events, turns what is thrown into an answer, and logs the call. An
 * action sees a request and returns a response. Routes of the API fail with a problem, pages with a page.
 */
public final class Http {

    /** The most bytes of a body, decoded. */
    static final int LARGEST_BODY = 64 * 1024;

    private static final byte[] WARM = "{}".getBytes(StandardCharsets.UTF_8);

    private final Optional<Site> site;

    private Http(Optional<Site> site) {
        this.site = site;
    }

    /** For a function that has routes of the API alone. */
    public static Http api() {
        return new Http(Optional.empty());
    }

    /** For a function that has pages too, or alone. */
    public static Http withPages(Site site) {
        return new Http(Optional.of(site));
    }

    /** What answers a request. */
    @FunctionalInterface
    public interface Action {
        ApiResponse answer(ApiRequest request);
    }

    public void answer(InputStream stream, OutputStream out, Context context, Action action) throws IOException {
        long start = System.nanoTime();
        TableCalls calls = new TableCalls();
        Log line = Log.line("http");
        ApiResponse response;
        String route = "";
        boolean head = false;
        try {
            ApiEvent event = ApiEvent.read(stream);
            if (event.isWarmUp()) {
                out.write(WARM);
                return;
            }
            route = event.routeKey();
            ApiRequest request = new ApiRequest(event, site);
            head = request.isHead();
            response = calls.counting(() -> guarded(request, event, action, line));
        } catch (RequestRefused | IOException unreadable) {
            line.with(unreadable);
            response = Problem.unparsable("The request could not be read.").response();
        }
        if (head) {
            response = response.withoutBody();
        }
        if (context != null && context.getAwsRequestId() != null) {
            response = response.with("x-request-id", context.getAwsRequestId());
        }
        response.write(out);
        line.with(
                        Log.Field.FUNCTION,
                        context == null || context.getFunctionName() == null ? "" : context.getFunctionName())
                .with(Log.Field.ROUTE, route)
                .with(Log.Field.STATUS, response.status())
                .with(
                        Log.Field.MILLIS,
                        Duration.ofNanos(System.nanoTime() - start).toMillis())
                .with(Log.Field.TABLE_CALLS, calls.count())
                .to(context);
    }

    private ApiResponse guarded(ApiRequest request, ApiEvent event, Action action, Log line) {
        try {
            if (request.isPage() && site.isPresent()) {
                boolean stranger = !site.get().cameThrough(request) || request.isPost() && request.isForeign();
                if (stranger) {
                    return failed(request, Problem.forbidden());
                }
            }
            if (event.body().length > LARGEST_BODY) {
                return failed(request, Problem.tooLarge());
            }
            return action.answer(request);
        } catch (TooManyRequests refused) {
            return failed(request, refused.problem()).with("retry-after", Long.toString(refused.seconds()));
        } catch (RequestRefused refused) {
            return failed(request, refused.problem());
        } catch (BadCursor bad) {
            return failed(request, badCursor().problem());
        } catch (TableBusy busy) {
            line.with(busy);
            return failed(request, Problem.busy()).with("retry-after", "1");
        } catch (RuntimeException unexpected) {
            line.with(unexpected);
            return failed(request, Problem.unexpected());
        }
    }

    private ApiResponse failed(ApiRequest request, Problem problem) {
        return request.isPage() && site.isPresent()
                ? site.get().errorPages().page(problem.status())
                : problem.response();
    }

    static InvalidRequest badCursor() {
        return new InvalidRequest("/?cursor", "Not a cursor of this list.");
    }
}
