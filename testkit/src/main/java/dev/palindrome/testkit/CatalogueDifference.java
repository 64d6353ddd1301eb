package dev.palindrome.testkit;

import dev.palindrome.spi.catalogue.Attachment;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.OtherObject;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What differs between two catalogues, by the names of the objects and their parts. */
final class CatalogueDifference {
    private final List<String> lines = new ArrayList<>();

    private CatalogueDifference() {}

    static List<String> between(List<SchemaObject> expected, List<SchemaObject> found) {
        CatalogueDifference difference = new CatalogueDifference();
        difference.parts("", expected, found, CatalogueDifference::named, difference::within);
        return difference.lines;
    }

    private static String named(SchemaObject object) {
        String kind = object instanceof OtherObject other
                ? other.kind()
                : object.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return kind + " '" + object.name() + "'";
    }

    private void within(SchemaObject expected, SchemaObject found) {
        if (!(expected instanceof Table before) || !(found instanceof Table now)) {
            changed(named(expected), expected, found);
            return;
        }
        String of = " of " + named(expected);
        int lines = this.lines.size();
        parts(of, before.columns(), now.columns(), Column::name, "column");
        parts(of, before.constraints(), now.constraints(), Constraint::name, "constraint");
        parts(of, before.indexes(), now.indexes(), Index::name, "index");
        parts(of, before.attachments(), now.attachments(), Attachment::name, "attachment");
        List<String> order = before.columns().stream().map(Column::name).toList();
        List<String> orderNow = now.columns().stream().map(Column::name).toList();
        if (lines == this.lines.size() && !order.equals(orderNow)) {
            changed("the order of columns" + of, order, orderNow);
        } else if (lines == this.lines.size()) {
            changed(named(expected), expected, found);
        }
    }

    private <P> void parts(String of, List<P> expected, List<P> found, Function<P, String> name, String kind) {
        parts(
                of,
                expected,
                found,
                part -> kind + " '" + name.apply(part) + "'",
                (before, now) -> changed(kind + " '" + name.apply(before) + "'" + of, before, now));
    }

    private <P> void parts(
            String of, List<P> expected, List<P> found, Function<P, String> name, Comparing<P> comparing) {
        Map<String, P> left = new LinkedHashMap<>();
        found.forEach(part -> left.put(name.apply(part), part));
        for (P part : expected) {
            P now = left.remove(name.apply(part));
            if (now == null) {
                lines.add("not restored: " + name.apply(part) + of);
            } else if (!now.equals(part)) {
                comparing.compare(part, now);
            }
        }
        left.forEach((remaining, part) -> lines.add("left behind: " + remaining + of));
    }

    private void changed(String what, Object expected, Object found) {
        lines.add("changed: " + what + "\n    expected " + expected + "\n    found    " + found);
    }

    private interface Comparing<P> {
        void compare(P expected, P found);
    }
}
