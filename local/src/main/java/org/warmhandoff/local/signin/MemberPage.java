package org.warmhandoff.local.signin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page of the local sign-in: no password, just who. */
final class MemberPage {

    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Who are you? - Warm Handoff, local sign-in</title>
            <style>
              :root { color-scheme: light; --ink: #1b1b1b; --quiet: #565c65; --teal: #0f6460; --line: #dfe1e2; --ground: #f5f7f7; }
              * { box-sizing: border-box; }
              body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 "Public Sans", system-ui, sans-serif; }
              main { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1rem 4rem; }
              h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
              h2 { font-size: 1rem; margin: 0; padding: .75rem 1rem; background: #eef3f3; border-bottom: 1px solid var(--line); }
              p { margin: 0 0 1.5rem; color: var(--quiet); }
              section { background: #fff; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; margin: 0 0 1rem; }
              button { display: flex; justify-content: space-between; align-items: center; gap: 1rem; width: 100%; min-height: 3.5rem;
                padding: .5rem 1rem; border: 0; border-top: 1px solid var(--line); background: #fff; color: inherit; font: inherit; text-align: left; cursor: pointer; }
              h2 + button { border-top: 0; }
              button:hover { background: #eaf5f4; }
              button:focus-visible { outline: 3px solid #2491ff; outline-offset: -3px; }
              b { display: block; font-weight: 600; }
              small { color: var(--quiet); font-size: .875rem; }
              .roles { display: flex; gap: .375rem; flex-wrap: wrap; justify-content: flex-end; }
              .roles span { font-size: .75rem; padding: .125rem .5rem; border-radius: 99px; background: #e0f0ee; color: var(--teal); white-space: nowrap; }
            </style>
            </head>
            <body><main>%s</main></body>
            </html>
            """;

    private MemberPage() {}

    static String pick(List<LocalMember> members, Map<String, String> asked) {
        StringBuilder page = new StringBuilder("<h1>Who are you?</h1>");
        page.append(
                "<p>This is the local system: there is no password. In the cloud, this page is Amazon Cognito's.</p>");
        if (members.isEmpty()) {
            page.append("<p>There are no members yet. Start without <code>--fresh</code> to have some.</p>");
        }
        page.append("<form method=\"post\" action=\"" + SignIn.PATH + "/authorize\">");
        asked.forEach((name, value) -> page.append("<input type=\"hidden\" name=\"")
                .append(escaped(name))
                .append("\" value=\"")
                .append(escaped(value))
                .append("\">"));
        byOrganization(members).forEach((organization, people) -> {
            page.append("<section><h2>").append(escaped(organization)).append("</h2>");
            people.forEach(member -> page.append(button(member)));
            page.append("</section>");
        });
        return FRAME.replace("%s", page.append("</form>").toString());
    }

    static String refused(String why) {
        return FRAME.replace("%s", "<h1>That did not work</h1><p>" + escaped(why) + "</p>");
    }

    private static Map<String, List<LocalMember>> byOrganization(List<LocalMember> members) {
        Map<String, List<LocalMember>> groups = new LinkedHashMap<>();
        members.forEach(member -> groups.computeIfAbsent(member.organizationName(), _ -> new ArrayList<>())
                .add(member));
        return groups;
    }

    private static String button(LocalMember member) {
        StringBuilder roles = new StringBuilder();
        member.roles()
                .forEach(role -> roles.append("<span>")
                        .append(escaped(role.charAt(0) + role.substring(1).toLowerCase(Locale.ROOT)))
                        .append("</span>"));
        return "<button name=\"member\" value=\"" + escaped(member.id()) + "\"><span><b>" + escaped(member.name())
                + "</b><small>" + escaped(member.email()) + "</small></span><span class=\"roles\">" + roles
                + "</span></button>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
