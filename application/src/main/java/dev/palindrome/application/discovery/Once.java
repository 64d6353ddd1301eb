package dev.palindrome.application.discovery;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for. */
final class Once<T> {
    private final Supplier<T> supplier;
    private @Nullable T value;

    Once(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    synchronized T get() {
        T made = value;
        if (made == null) {
            made = supplier.get();
            value = made;
        }
        return made;
    }
}
