package org.warmhandoff.adapters.events;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.warmhandoff.adapters.http.JsonWriter;

/** What a function that takes batches answers: which of its records failed, so that only those come again. */
public final class BatchAnswer {

    private BatchAnswer() {}

    public static void write(OutputStream out, List<String> failed) throws IOException {
        out.write(JsonWriter.object(answer ->
                answer.objects("batchItemFailures", failed, (failure, id) -> failure.put("itemIdentifier", id))));
    }
}
