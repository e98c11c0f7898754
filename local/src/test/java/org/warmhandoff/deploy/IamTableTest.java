package org.warmhandoff.deploy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The IAM table of the docs is the template's, to the letter. */
class IamTableTest {

    private static final Path PAGE = Project.DOCS.resolve("security.md");
    private static final String BEGIN =
            "<!-- The table below is written by IamTableTest: ./mvnw test -pl local -am -Dtest=IamTableTest -Dwrite=true -Dsurefire.failIfNoSpecifiedTests=false -->\n";
    private static final String END = "\n<!-- to here -->";

    @Test
    void stands_in_the_docs_as_in_the_template() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        assertThat(begin).isGreaterThanOrEqualTo(BEGIN.length());
        assertThat(end).isGreaterThan(begin - 1);
        if (Boolean.getBoolean("write")) {
            Files.writeString(PAGE, page.substring(0, begin) + table() + page.substring(end));
        } else {
            assertThat(page.substring(begin, end)).isEqualTo(table());
        }
    }

    private static String table() {
        String rows = LeastPrivilegeTest.granted().stream()
                .collect(groupingBy(
                        AwsCall::function,
                        TreeMap::new,
                        groupingBy(
                                AwsCall::resource, TreeMap::new, mapping(AwsCall::action, toCollection(TreeSet::new)))))
                .entrySet()
                .stream()
                .map(function -> "| " + function.getKey() + " | "
                        + function.getValue().entrySet().stream()
                                .map(granted -> "`" + granted.getKey() + "`: "
                                        + granted.getValue().stream()
                                                .map(action -> action.replaceFirst("^dynamodb:", ""))
                                                .collect(joining(", ")))
                                .collect(joining("; "))
                        + " |")
                .collect(joining("\n"));
        return "| Function | Resource of the template: what it may do there |\n|---|---|\n" + rows;
    }
}
