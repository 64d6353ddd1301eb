package dev.palindrome.adapters.cli.terminal;

/**
 * How words look on one stream: coloured or not, with more than ASCII or not.
 *
 * @param colored whether to send colours
 * @param unicode whether to send more than ASCII in our own words
 */
record Style(boolean colored, boolean unicode) {
    String done(String text) {
        return color("32", text);
    }

    String attention(String text) {
        return color("33", text);
    }

    String bad(String text) {
        return color("31", text);
    }

    String strong(String text) {
        return color("1", text);
    }

    String faint(String text) {
        return color("2", text);
    }

    String doneMark() {
        return done(unicode ? "✓" : "ok");
    }

    String badMark() {
        return bad(unicode ? "✗" : "failed");
    }

    String idleMark() {
        return faint(unicode ? "·" : "-");
    }

    /** {@return a sentence of ours, in the letters that this stream has} */
    String sentence(String text) {
        return unicode ? text : text.replace("…", "...").replace("→", "->");
    }

    private String color(String code, String text) {
        return colored && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
