package dev.palindrome.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderReaderTest {
    private final List<Problem> problems = new ArrayList<>();
    private final HeaderReader reader = new HeaderReader("shop", problems);

    private Header read(String... lines) {
        for (int line = 1; line <= lines.length; line++) {
            reader.read(lines[line - 1], new Location("a.sql", line));
        }
        assertThat(problems).isEmpty();
        return reader.header();
    }

    private String problem(String... lines) {
        problems.clear();
        HeaderReader another = new HeaderReader("shop", problems);
        for (int line = 1; line <= lines.length; line++) {
            another.read(lines[line - 1], new Location("a.sql", line));
        }
        return String.join("\n", problems.stream().map(Problem::toString).toList());
    }

    @Test
    void no_header_says_nothing() {
        assertThat(read()).isEqualTo(new Header(java.util.Optional.empty(), List.of(), Set.of()));
        assertThat(read("  ")).isEqualTo(new Header(java.util.Optional.empty(), List.of(), Set.of()));
    }

    @Test
    void all_attributes_fit_on_one_line() {
        Header header = read(" description=\"two words\" depends=0003,crm:7:x transaction=none fake=true");
        assertThat(header.description()).hasValue("two words");
        assertThat(header.dependsOn()).map(Object::toString).containsExactly("shop:0003", "crm:7:x");
        assertThat(header.traits()).containsExactlyInAnyOrder(Header.Trait.FAKE, Header.Trait.WITHOUT_TRANSACTION);
    }

    @Test
    void a_description_that_no_database_takes_is_refused() {
        assertThat(problem("description=\"a\0b\""))
                .isEqualTo(
                        "[migration/malformed] The header's description has a control character. Remove it. (a.sql:1)");
        assertThat(problem("description=\"a\tb\"")).isEmpty();
    }

    @Test
    void several_lines_add_up() {
        Header header = read("depends=1", "depends=\"2, crm:3\" fake=false", "description=x");
        assertThat(header.dependsOn()).map(Object::toString).containsExactly("shop:1", "shop:2", "crm:3");
        assertThat(header.description()).hasValue("x");
        assertThat(header.traits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "description=bare | bare",
                "description=a=b | a=b",
                "description=\"a \\\"b\\\" c\" | a \"b\" c",
                "description=\"a \"\"b\"\" c\" | a \"b\" c",
                "description=\"\"\"a\"\"\" | \"a\"",
                "description=\"a\\\\\" | a\\",
                "description=\"C:\\db\" | C:\\db",
                "description=\"it's -- here\" | it's -- here",
                "description=\"\" | ``",
            })
    void values_are_quoted_with_double_quotes(String line, String value) {
        assertThat(read(line).description()).hasValue(value);
    }

    @Test
    void an_unknown_attribute_is_an_error_with_the_nearest_name() {
        assertThat(problem("", "depend=shop:1"))
                .isEqualTo(
                        "[migration/malformed] The header has no attribute 'depend'; did you mean 'depends'? There are"
                                + " description, depends, transaction, fake. (a.sql:2)");
        assertThat(problem("dependsOn=1")).contains("'dependsOn'; did you mean 'depends'?");
        assertThat(problem("Fake=true")).contains("'Fake'; did you mean 'fake'?");
        assertThat(problem("desc=x")).contains("'desc'; did you mean 'description'?");
        assertThat(problem("author=me"))
                .isEqualTo("[migration/malformed] The header has no attribute 'author'. There are description, depends,"
                        + " transaction, fake. (a.sql:1)");
    }

    @Test
    void what_is_no_attribute_is_an_error() {
        String remedy =
                " is not of the form name=value. Put no blanks around '=', and double quotes around a value with"
                        + " blanks: description=\"two words\". (a.sql:1)";
        assertThat(problem("description=two words")).isEqualTo("[migration/malformed] In the header, 'words'" + remedy);
        assertThat(problem("fake = true")).isEqualTo("[migration/malformed] In the header, 'fake'" + remedy);
        assertThat(problem("=true")).isEqualTo("[migration/malformed] In the header, '=true'" + remedy);
        assertThat(problem("our migration engine")).isEqualTo("[migration/malformed] In the header, 'our'" + remedy);
    }

    @Test
    void quotes_must_close_and_be_followed_by_a_blank() {
        assertThat(problem("description=\"two words"))
                .isEqualTo(
                        "[migration/malformed] In the header, the quoted value of 'description' has no closing double"
                                + " quote. Add it on the same line. (a.sql:1)");
        assertThat(problem("description=\"two\",fake=true"))
                .isEqualTo("[migration/malformed] In the header, the quoted value of 'description' is followed by"
                        + " ',fake=true'. Put a blank between attributes. (a.sql:1)");
    }

    @Test
    void an_attribute_is_given_once() {
        assertThat(problem("fake=true", "fake=true"))
                .isEqualTo(
                        "[migration/malformed] The header gives 'fake' twice, in line 1 and in line 2. Remove one of them."
                                + " (a.sql:2)");
    }

    @Test
    void values_are_checked() {
        assertThat(problem("transaction=off"))
                .isEqualTo(
                        "[migration/malformed] The header says transaction=off; expected is transaction=none, or nothing."
                                + " (a.sql:1)");
        assertThat(problem("fake=yes"))
                .isEqualTo(
                        "[migration/malformed] The header says fake=yes; expected is fake=true or fake=false, or nothing."
                                + " (a.sql:1)");
    }

    @Test
    void dependencies_are_ids_with_or_without_an_app() {
        assertThat(problem("depends=1,"))
                .isEqualTo(
                        "[migration/malformed] The header says depends=1,, but '' names no migration (A migration id must"
                                + " not be blank, nor begin or end with a blank). Expected are ids of this app or app:id, separated"
                                + " by commas without blanks, such as depends=0003,shop:0007. (a.sql:1)");
        assertThat(problem("depends=:1")).contains("':1' names no migration");
        assertThat(problem("depends=crm:")).contains("'crm:' names no migration");
        assertThat(problem("depends=1, crm:2"))
                .contains("'' names no migration", "'crm:2' is not of the form name=value");
    }
}
