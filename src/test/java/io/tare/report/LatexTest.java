package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "50% & more;50\\% \\& more",
                "a_b^c~d;a\\_b\\textasciicircum{}c\\textasciitilde{}d",
                "\\input{/etc/passwd};\\textbackslash{}input\\{/etc/passwd\\}",
                "$x$ #1;\\$x\\$ \\#1",
                "<b>|\"`;\\textless{}b\\textgreater{}\\textbar{}\\textquotedbl{}\\textasciigrave{}",
                "a--b;a{-}{-}b",
                "0.36 × host ± 1 …;0.36 \\(\\times\\) host \\(\\pm\\) 1 \\dots{}",
                "Université;Université",
                "网络 😀;?? ?",
            })
    void whateverIsGivenIsTypesetAsItIs(String text, String latex) {
        assertThat(Latex.escape(text)).isEqualTo(latex);
    }

    @Test
    void noControlCharacterAndNoChangeOfDirectionIsLeft() {
        assertThat(Latex.escape("a\u0000b\nc\u202ed\u0085"))
                .matches("[ -~?\\\\(){}]+")
                .doesNotContain("\n");
    }

    @Test
    void aTableIsAFloatWithBooktabsRules() {
        assertThat(new Latex()
                        .table("Of 5%", "tab:x", "lr", List.of("Mode", "n"), List.of(List.of("a & b", "6")), "")
                        .toString())
                .isEqualTo("""
                        \\begin{table}[htbp]
                        \\centering
                        \\caption{Of 5\\%}
                        \\label{tab:x}
                        \\footnotesize\\setlength{\\tabcolsep}{4pt}
                        \\begin{tabular}{lr}
                        \\toprule
                        Mode & n \\\\
                        \\midrule
                        a \\& b & 6 \\\\
                        \\bottomrule
                        \\end{tabular}
                        \\end{table}

                        """);
    }
}
