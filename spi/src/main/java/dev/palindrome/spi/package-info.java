/**
 * What a plug-in compiles against: values that describe migrations and databases, and the doors through which
 * plug-ins enter.
 *
 * <p>To write a <strong>migration pack</strong>:
 *
 * <ol>
 *   <li>Implement {@link dev.palindrome.spi.MigrationPack}: an app name, the apps it depends on, its migrations in order.
 *   <li>Build each migration with {@link dev.palindrome.spi.Migration#id(String)}.
 *   <li>Name the class in {@code META-INF/services/dev.palindrome.spi.MigrationPack} and put the jar into {@code packs/}.
 * </ol>
 *
 * <p>To write a <strong>database adapter</strong>:
 *
 * <ol>
 *   <li>Implement {@link dev.palindrome.spi.DatabaseAdapter}: which URLs it serves, its capabilities, its dialect.
 *   <li>Implement {@link dev.palindrome.spi.Database} and {@link dev.palindrome.spi.Session}: connections, the lock
 *       ({@link dev.palindrome.spi.Lock#ofSession}, if it ends with a session), the history. For an SQL database {@code
 *       dev.palindrome.spi.sql} has the history and the splitter ready-made.
 *   <li>Let the dialect render the typed operations, with {@code dev.palindrome.spi.sql.Renderings}, and implement
 *       {@link dev.palindrome.spi.SchemaInspector}, which reads what their reversals are derived from.
 *   <li>Extend the testkit's contracts until they are green.
 *   <li>Name the class in {@code META-INF/services/dev.palindrome.spi.DatabaseAdapter} and put the jar into
 *       {@code adapters/}.
 * </ol>
 *
 * <p>A format of migration files enters through {@link dev.palindrome.spi.MigrationFormat}. Every value here is immutable
 * and safe for use by several threads, unless it says otherwise.
 */
@NullMarked
package dev.palindrome.spi;

import org.jspecify.annotations.NullMarked;
