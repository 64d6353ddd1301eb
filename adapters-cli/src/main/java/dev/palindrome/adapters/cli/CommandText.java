package dev.palindrome.adapters.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Words as they can be typed into a shell again. */
final class CommandText {
    private CommandText() {}

    /** {@return the command of a preview, without what made it a preview or chose a plan; no password is in it} */
    static String toRun(List<String> words) {
        List<String> kept = new ArrayList<>();
        for (Iterator<String> each = words.iterator(); each.hasNext(); ) {
            String word = each.next();
            if (word.equals("--plan") && each.hasNext()) {
                each.next();
            } else if (!word.startsWith("--preview") && !word.startsWith("--plan=")) {
                kept.add(word);
            }
        }
        return of(kept);
    }

    /** {@return the command line of these words} */
    static String of(List<String> words) {
        StringBuilder text = new StringBuilder("palindrome");
        words.forEach(word -> text.append(' ').append(quoted(Secrets.redacted(word))));
        return text.toString();
    }

    private static String quoted(String word) {
        return !word.isEmpty() && word.matches("[\\p{L}\\p{N}._/:=,@%+\\\\-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }
}
