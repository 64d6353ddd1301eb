package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.JavaCode;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import java.util.List;

/**
 * Java code with the code that takes it back.
 *
 * @param forwards what it runs
 * @param backwards what takes it back
 * @since 0.1
 */
public record Code(JavaCode forwards, JavaCode backwards) implements Operation {

    @Override
    public List<Instruction> compile(Dialect dialect, Catalogue before) {
        return List.of(forwards);
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return new Reversal.Given(List.of(backwards));
    }

    @Override
    public String fingerprint() {
        return forwards.fingerprint();
    }
}
