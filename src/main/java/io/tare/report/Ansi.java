package io.tare.report;

/** Colours of a terminal, or none. Meaning never rests on colour alone. */
enum Ansi {
    ON,
    OFF;

    String bold(String text) {
        return wrapped("1", text);
    }

    String dim(String text) {
        return wrapped("2", text);
    }

    String good(String text) {
        return wrapped("32", text);
    }

    String bad(String text) {
        return wrapped("31", text);
    }

    String bar(String text) {
        return wrapped("36", text);
    }

    private String wrapped(String code, String text) {
        return this == OFF || text.isBlank() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
