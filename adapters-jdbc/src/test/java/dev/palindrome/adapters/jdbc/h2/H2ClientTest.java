package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.adapters.jdbc.JdbcClientContract;
import dev.palindrome.spi.Dialect;
import dev.palindrome.testkit.fuzz.RandomScript;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.h2.util.ScriptReader;

/**
 * What H2's tools RunScript and Shell read scripts with cuts them as we do. Without the tools: what they print can't be told
 * apart, so the values go into a table, and their driver stumbles over comments that nest, in front of a brace.
 */
class H2ClientTest extends JdbcClientContract {

    @Override
    protected Dialect dialect() {
        return new H2Dialect();
    }

    @Override
    protected RandomScript script(Random random) {
        return new H2Script(random);
    }

    @Override
    protected List<String> printed(String script) throws SQLException {
        List<String> statements = new ArrayList<>();
        ScriptReader reader = new ScriptReader(new StringReader(script));
        for (String sql = reader.readStatement(); sql != null; sql = reader.readStatement()) {
            statements.add(sql);
        }
        return given(statements);
    }

    @Override
    protected String between(String mark) {
        return "INSERT INTO said(v) VALUES ('" + mark + "');";
    }

    /** {@return what the statements would have printed, as the last of them asks} */
    @Override
    protected List<String> given(List<String> statements) throws SQLException {
        List<String> all = new ArrayList<>(statements);
        all.add("SELECT v FROM said ORDER BY id");
        return super.given(all);
    }

    @Override
    protected Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:mem:;INIT=CREATE TABLE said(id int GENERATED ALWAYS AS IDENTITY\\, v varchar)");
    }
}
