package dev.palindrome.adapters.files.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Add e-mail | add_e-mail",
                "a/b\\c:d*e?f\"g<h>i | a_b_c_d_e_f_g_h_i",
                "  spaced   out.  | spaced_out",
                "v1.up.sql | v1_up_sql",
                "a__b | a_b",
                "Größe 名 | größe_名",
                "Gro\u0308\u00dfe | größe",
                "../../etc/passwd | etc_passwd",
                "'' | ''",
                "… | ''",
            })
    void a_description_becomes_the_end_of_a_name(String description, String name) {
        assertThat(FileNames.of(description)).isEqualTo(name);
    }

    @Test
    void long_descriptions_are_cut_between_letters() {
        assertThat(FileNames.of("a".repeat(500))).isEqualTo("a".repeat(80));
        assertThat(FileNames.of("名".repeat(500))).isEqualTo("名".repeat(26));
        assertThat(FileNames.of("a".repeat(79) + "\uD840\uDC00").getBytes(StandardCharsets.UTF_8))
                .hasSize(79);
        assertThat(FileNames.of("a".repeat(80) + " b")).isEqualTo("a".repeat(80));
    }

    @ParameterizedTest
    @CsvSource({"a.sql,true", "a.SQL,true", ".sql,true", "sql,false", "a.sql.bak,false", "a.sqlx,false", "'',false"})
    void sql_files_end_in_sql(String fileName, boolean expected) {
        assertThat(FileNames.isSql(fileName)).isEqualTo(expected);
    }
}
