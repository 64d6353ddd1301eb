package dev.palindrome.testkit;

import dev.palindrome.spi.MigrationPack;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of a pack: its migrations go forwards one by one on an empty database, backwards one by one, and forwards again. At
 * each stop the catalogue must be what it was there before. Each migration is a test of its own in each direction; a failure
 * names what a reversal left behind or did not restore.
 *
 * <pre>{@code
 * @PalindromeTest
 * void every_migration_goes_there_and_back() {}
 * }</pre>
 *
 * <p>The method's own body runs at each stop. On the class path are the pack, an adapter and its driver.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(PalindromeExtension.class)
public @interface PalindromeTest {

    /** {@return the pack's app, among those that ServiceLoader finds; not needed if there is only one} */
    String app() default "";

    /** {@return the pack, if ServiceLoader doesn't find it; for a folder, a class that extends the application's FolderPack} */
    Class<? extends MigrationPack> pack() default MigrationPack.class;

    /** {@return where the empty database is; by default a scratch database of an adapter on the class path that has one} */
    String url() default "";

    /** {@return the ids of migrations that can't be taken back; that is asserted, and the way back ends at the newest of them} */
    String[] irreversible() default {};
}
