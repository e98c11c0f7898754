package org.warmhandoff.adapters.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The precompiled templates: those of HTML, which escape by context, and those of plain text, which do not. */
public final class Templates {
    private static final TemplateEngine HTML = engine(ContentType.Html, "org.warmhandoff.adapters.templates.html");
    private static final TemplateEngine TEXT = engine(ContentType.Plain, "org.warmhandoff.adapters.templates.text");

    private Templates() {}

    public static String html(String template, Map<String, Object> parameters) {
        return rendered(HTML, template, parameters);
    }

    public static String text(String template, Map<String, Object> parameters) {
        return rendered(TEXT, template, parameters);
    }

    private static TemplateEngine engine(ContentType type, String packageName) {
        return TemplateEngine.createPrecompiled(null, type, Templates.class.getClassLoader(), packageName);
    }

    private static String rendered(TemplateEngine engine, String template, Map<String, Object> parameters) {
        var output = new StringOutput(8 * 1024);
        engine.render(template, parameters, output);
        return output.toString();
    }
}
