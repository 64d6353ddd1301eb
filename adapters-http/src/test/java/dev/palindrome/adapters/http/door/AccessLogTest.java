package dev.palindrome.adapters.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccessLogTest {
    @Test
    void nobody_writes_lines_or_fields_of_their_own() {
        assertThat(AccessLog.value("/a\r\nstatus=200 caller=root\"\\é"))
                .isEqualTo("\"/a\\u000d\\u000astatus=200 caller=root\\\"\\\\\\u00e9\"");
        assertThat(AccessLog.value("/api/v1/apps/%0d%0a")).isEqualTo("/api/v1/apps/%0d%0a");
    }
}
