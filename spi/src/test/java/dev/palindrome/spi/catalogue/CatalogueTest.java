package dev.palindrome.spi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final ObjectName A = ObjectName.of("a");
    private static final ObjectName B = ObjectName.of("b");
    private static final Table TABLE = Table.of(A, List.of(), List.of());

    @Test
    void itKnowsWhatItHasReadAndWhatItWasTold() {
        Catalogue catalogue = Catalogue.of(name -> name.equals(A) ? Optional.of(TABLE) : Optional.empty());
        assertThat(catalogue.known().orElseThrow()).isEmpty();

        assertThat(catalogue.find(A)).contains(TABLE);
        catalogue.remove(B);

        assertThat(catalogue.known().orElseThrow())
                .containsEntry(A, Optional.of(TABLE))
                .containsEntry(B, Optional.empty())
                .hasSize(2);
    }

    @Test
    void itKnowsNothingForSureOnceItForgot() {
        Catalogue catalogue = Catalogue.empty();
        catalogue.forget();
        catalogue.put(TABLE);

        assertThat(catalogue.known()).isEmpty();
        assertThat(catalogue.copy().known()).isEmpty();
    }
}
