package io.tare.report;

import io.tare.report.Sentence.About;
import java.util.List;

/** The findings in words, each with a link to the table it rests on. */
final class HtmlSentences {
    private HtmlSentences() {}

    static void write(List<Sentence> all, Html out) {
        for (About about : About.values()) {
            List<Sentence> some = Sentences.about(all, about).toList();
            if (some.isEmpty()) {
                continue;
            }
            out.element("h3", about.title());
            out.open("ul", "class", "said").own("\n");
            for (Sentence sentence : some.subList(0, Math.min(Sentences.MOST, some.size()))) {
                out.open("li").text(sentence.says() + " ");
                out.element("a", sentence.rests(), "href", "#" + sentence.place(), "class", "rests");
                out.close("li");
            }
            out.close("ul");
            if (some.size() > Sentences.MOST) {
                out.element(
                        "p",
                        "And %s more, all in report.md.".formatted(Numbers.count(some.size() - Sentences.MOST)),
                        "class",
                        "small");
            }
        }
    }
}
