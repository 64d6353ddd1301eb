package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Attachment;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.SchemaObject;
import dev.palindrome.spi.catalogue.UnforeseenException;
import dev.palindrome.spi.catalogue.View;
import dev.palindrome.spi.operation.DropView;
import dev.palindrome.spi.operation.MakeView;
import dev.palindrome.spi.operation.ReplaceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Views and materialised views. CREATE OR REPLACE VIEW keeps whatever hangs on a view and depends on it, but refuses to take
 * a column away or change its type (PostgreSQL's manual, CREATE VIEW). Whether it will is for the server to say; if it does,
 * the view is made anew with all that hung on it.
 */
final class Views {
    private static final String MATERIALIZED = "CREATE MATERIALIZED VIEW ";

    private final Dialect dialect;

    Views(Dialect dialect) {
        this.dialect = dialect;
    }

    List<Statement> replace(ReplaceView op, Catalogue before) {
        View former = before.view(op.on());
        String create = former.definition().startsWith(MATERIALIZED) ? MATERIALIZED : "CREATE VIEW ";
        View latter = new View(
                op.on(), create + dialect.name(op.on()) + " AS " + op.query(), former.comment(), former.attachments());
        return replaced(latter, attachments(latter, Views::isOption));
    }

    /** A column that comes back in place has lost what hung on it, all of which can be said twice. */
    List<Statement> make(MakeView op) {
        return op.replacing()
                ? replaced(
                        op.made(),
                        attachments(op.made(), a -> isOption(a) || !a.columns().isEmpty()))
                : statements(made(op.made()));
    }

    /** What a script before has made of it is known when it runs; until then, it is taken for what typed operations make. */
    List<Statement> drop(DropView op, Catalogue before) {
        Optional<SchemaObject> dropped;
        try {
            dropped = before.find(op.on());
        } catch (UnforeseenException e) {
            dropped = Optional.empty();
        }
        return statements(List.of(dropped.filter(View.class::isInstance)
                .map(view -> drop((View) view))
                .orElseGet(() -> "DROP VIEW " + dialect.name(op.on()))));
    }

    private static List<Attachment> attachments(View view, Predicate<Attachment> which) {
        return view.attachments().stream().filter(which).toList();
    }

    /** CREATE OR REPLACE VIEW forgets them. */
    private static boolean isOption(Attachment attachment) {
        return attachment.kind().equals("options");
    }

    /** In place, all is kept but what has to be said again. */
    private List<Statement> replaced(View view, List<Attachment> again) {
        if (isMaterialized(view)) {
            List<String> anew = new ArrayList<>();
            anew.add(drop(view));
            anew.addAll(made(view));
            return statements(anew);
        }
        StringBuilder block = new StringBuilder("BEGIN\n");
        block.append(line(view.definition().replaceFirst("^CREATE VIEW ", "CREATE OR REPLACE VIEW ")));
        again.forEach(a -> block.append(line(a.definition())));
        block.append("EXCEPTION WHEN invalid_table_definition THEN -- a column goes, or changes its name or type\n");
        block.append(line(drop(view))).append(line(view.definition()));
        comment(view).ifPresent(sql -> block.append(line(sql)));
        view.attachments().forEach(a -> block.append(a.columns().isEmpty() ? line(a.definition()) : unlessGone(a)));
        String tag = tag(block.append("END\n").toString());
        return statements(List.of("DO " + tag + "\n" + block + tag));
    }

    /** What hangs on a column can't outlive it. */
    private static String unlessGone(Attachment attachment) {
        return "  BEGIN\n  " + line(attachment.definition()) + "  EXCEPTION WHEN undefined_column THEN NULL;\n  END;\n";
    }

    /** A comment at the end of a query must not swallow the semicolon, nor the query bring one of its own. */
    private static String line(String sql) {
        String bare = sql.stripTrailing().replaceFirst("[;\\s]+$", "");
        boolean endsInComment = bare.lastIndexOf("--") > bare.lastIndexOf('\n');
        return "  " + bare + (endsInComment ? "\n  ;\n" : ";\n");
    }

    private static String tag(String text) {
        String name = "palindrome";
        while (text.contains("$" + name + "$")) {
            name += "_";
        }
        return "$" + name + "$";
    }

    private List<String> made(View view) {
        List<String> sql = new ArrayList<>();
        sql.add(view.definition());
        comment(view).ifPresent(sql::add);
        view.attachments().stream().map(Attachment::definition).forEach(sql::add);
        return sql;
    }

    private Optional<String> comment(View view) {
        return view.comment()
                .map(text ->
                        "COMMENT ON " + word(view) + " " + dialect.name(view.name()) + " IS " + dialect.literal(text));
    }

    private String drop(View view) {
        return "DROP " + word(view) + " " + dialect.name(view.name());
    }

    private static String word(View view) {
        return isMaterialized(view) ? "MATERIALIZED VIEW" : "VIEW";
    }

    private static boolean isMaterialized(View view) {
        return view.definition().startsWith(MATERIALIZED);
    }

    private static List<Statement> statements(List<String> sql) {
        return sql.stream().map(text -> Statement.of(text)).toList();
    }
}
