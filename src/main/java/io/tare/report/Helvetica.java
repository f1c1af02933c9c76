package io.tare.report;

import java.nio.charset.Charset;

/** The font of PDF figures: one of the fourteen that every PDF reader has, so that none is embedded. Widths by Adobe's font metrics. */
final class Helvetica {
    /** What PDF calls WinAnsiEncoding; characters it lacks are written as question marks. */
    private static final Charset ENCODING = Charset.forName("windows-1252");

    /** In thousandths of the size, from the space (32) to the tilde (126). */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
    };

    private Helvetica() {}

    static byte[] encoded(String text) {
        return text.replace('\u2212', '\u2013').getBytes(ENCODING);
    }

    /** In units of the font's size. */
    static double width(byte[] encoded) {
        int width = 0;
        for (byte b : encoded) {
            int c = b & 0xff;
            width += switch (c) {
                case 0x85 -> 1000; // ellipsis
                case 0xb7 -> 278; // middle dot
                case 0xd7, 0xb1 -> 584; // times, plus-minus
                default -> c >= 32 && c <= 126 ? WIDTHS[c - 32] : 556;
            };
        }
        return width / 1000.0;
    }
}
