package io.tare.report;

import io.tare.report.Sentence.About;
import java.util.List;

/** The findings in words, in Markdown. */
final class MarkdownSentences {
    private MarkdownSentences() {}

    static void write(List<Sentence> all, Markdown out) {
        out.heading(2, "Findings");
        for (About about : About.values()) {
            List<Sentence> some = Sentences.about(all, about).toList();
            if (!some.isEmpty()) {
                out.heading(3, about.title());
                some.forEach(s -> out.item(s.says(), s.rests(), s.place()));
                out.end();
            }
        }
    }
}
