package org.anamnesis.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.anamnesis.measure.SetResult;

/** Writes {@code report.html}: what was measured, for the people who decide on a go-live. One file, nothing from elsewhere. */
public final class ReportPage {

    private ReportPage() {}

    public static void write(Path file, RunFacts run, List<SetResult> results) throws IOException {
        Files.writeString(file, html(run, results));
    }

    static String html(RunFacts run, List<SetResult> results) throws IOException {
        // Everything is escaped as HTML; only the drawings go in as they are, which escape their own texts.
        Mustache.Compiler compiler = Mustache.compiler().escapeHTML(true).strictSections(true);
        try (InputStream file = Objects.requireNonNull(
                        ReportPage.class.getResourceAsStream("report.html"), "the page is part of the product");
                Reader page = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Template template = compiler.compile(page);
            return template.execute(PageView.of(run, results));
        }
    }
}
