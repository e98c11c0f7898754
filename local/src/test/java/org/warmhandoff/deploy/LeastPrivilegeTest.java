package org.warmhandoff.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.warmhandoff.deploy.TemplateFile.list;
import static org.warmhandoff.deploy.TemplateFile.map;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A function is granted exactly the calls that it makes. The calls are those of the whole suite: each handler ran with the SDK's real
 * clients, in the local system or in the tests beside it. Runs last, and only with the whole suite.
 */
class LeastPrivilegeTest {

    private static final Pattern NAMED = Pattern.compile("\\$\\{(?!AWS::)([A-Za-z]+)(\\.Arn)?}(/index/[A-Z0-9]+)?");

    private static final Set<AwsCall> GRANTED = granted();

    /**
     * Cognito is called by signed requests without a client of its own, where no interceptor sees it; the local Cognito has seen
     * each of these in the tests of the functions named.
     */
    private static final Set<AwsCall> SIGN_IN = Set.of(
            new AwsCall("AddMember", "cognito-idp:AdminCreateUser", "Members"),
            new AwsCall("AddMember", "cognito-idp:AdminGetUser", "Members"),
            new AwsCall("SaveMember", "cognito-idp:AdminDisableUser", "Members"),
            new AwsCall("SaveMember", "cognito-idp:AdminEnableUser", "Members"));

    @BeforeAll
    static void the_whole_suite_ran() {
        assumeTrue(
                System.getProperty("test") == null || Boolean.getBoolean("whole"),
                "only a part of the suite ran, so not every call was made");
    }

    @Test
    void every_call_that_was_made_is_granted() throws IOException {
        Set<AwsCall> missing = made();
        missing.removeAll(GRANTED);
        assertThat(missing).as("made, and not granted in template.yaml").isEmpty();
    }

    @Test
    void every_grant_was_used() throws IOException {
        Set<AwsCall> idle = new TreeSet<>(GRANTED);
        idle.removeAll(made());
        assertThat(idle)
                .as("granted in template.yaml, and never used in the whole suite")
                .isEmpty();
    }

    /**
     * Two functions, one action: any message may come to either, by the stream, the queue, the sweep or an operator's redrive. What one of
     * them was seen doing the other must be able to do.
     */
    private static final Set<String> SENDERS = Set.of("DispatchOutbox", "SendFollowUp");

    /** Asked when it is compared and no earlier: others read the grants by this class long before the suite has run. */
    private static Set<AwsCall> made() throws IOException {
        Set<AwsCall> made = new TreeSet<>(SIGN_IN);
        for (AwsCall call : CallRecorder.calls()) {
            Set<String> functions = SENDERS.contains(call.function()) ? SENDERS : Set.of(call.function());
            functions.forEach(function -> made.add(new AwsCall(function, call.action(), call.resource())));
        }
        return made;
    }

    static Set<AwsCall> granted() {
        Set<AwsCall> granted = new TreeSet<>();
        TemplateFile.read()
                .functions()
                .values()
                .forEach(function -> function.grants().stream()
                        .filter(grant -> grant.effect().equals("Allow"))
                        .map(grant -> new AwsCall(function.name(), grant.action(), word(grant.resource())))
                        .forEach(granted::add));
        return granted;
    }

    /** {@code !GetAtt Table.Arn}, {@code !Sub '${Table.Arn}/index/DUE'}: what is granted by its word in the template. */
    static String word(Object resource) {
        if (resource instanceof String text) {
            return text;
        }
        if (map(resource).containsKey("Fn::GetAtt")) {
            return list(map(resource).get("Fn::GetAtt")).getFirst().toString().replaceFirst("\\.Arn$", "");
        }
        Matcher named = NAMED.matcher((String) map(resource).get("Fn::Sub"));
        if (!named.find()) {
            throw new IllegalArgumentException("a resource that is named in no known way: " + resource);
        }
        return named.group(1) + (named.group(3) == null ? "" : named.group(3));
    }
}
