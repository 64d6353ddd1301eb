package dev.palindrome.testkit.fuzz;

/** Shows bytes as a text in quotes, with escapes for those that can't be seen. */
final class InputText {
    private static final int LONGEST = 2000;

    private InputText() {}

    static String of(byte[] input) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < Math.min(input.length, LONGEST); i++) {
            char c = (char) (input[i] & 0xFF);
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '"', '\\' -> text.append('\\').append(c);
                default -> text.append(c >= ' ' && c <= '~' ? String.valueOf(c) : String.format("\\x%02X", (int) c));
            }
        }
        return text.append(input.length > LONGEST ? "\" …" : "\"").toString();
    }
}
