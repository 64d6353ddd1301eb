/**
 * What a database looks like, as values: tables with all that hangs on them, views, sequences, enum types.
 *
 * <p>Inspectors read these values from a live database; operations derive their reversals from them and say how the
 * database looks afterwards; dialects write SQL from them. Values compare by content, so that two catalogues can be
 * compared object by object. Begin reading with {@link dev.palindrome.spi.catalogue.Catalogue} and
 * {@link dev.palindrome.spi.catalogue.Table}.
 *
 * <p>Every name is in its <em>written form</em>, the one that authors use: a name of lower-case letters, digits and
 * underscores means what it means in plain SQL, so that the database folds its case; every other name is taken exactly; and
 * a name in double quotes is taken exactly whatever it is. {@code Dialect.name} turns it into SQL, and an inspector that
 * reads {@code CUSTOMER} from a database that folds to upper case says {@code customer}.
 */
@NullMarked
package dev.palindrome.spi.catalogue;

import org.jspecify.annotations.NullMarked;
