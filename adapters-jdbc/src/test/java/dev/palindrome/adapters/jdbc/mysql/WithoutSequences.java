package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.operation.CreateSequence;
import dev.palindrome.spi.operation.DropSequence;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Refuses sequences as a dialect would that knew which server it writes for. Ours doesn't, so that MySQL's server itself refuses
 * the statement; the contracts could go no further there.
 */
final class WithoutSequences {
    private WithoutSequences() {}

    static DatabaseAdapter of(DatabaseAdapter adapter) {
        Dialect dialect = instead(Dialect.class, (proxy, method, arguments) -> {
            if (method.getName().equals("render")
                    && (arguments[0] instanceof CreateSequence || arguments[0] instanceof DropSequence)) {
                throw new ProblemException(
                        Problem.error(ProblemCodes.OPERATION_UNSUPPORTED, "MySQL has no sequences. Leave them out."));
            }
            return passed(method, adapter.dialect(), arguments);
        });
        return instead(
                DatabaseAdapter.class,
                (proxy, method, arguments) ->
                        method.getName().equals("dialect") ? dialect : passed(method, adapter, arguments));
    }

    private static <T> T instead(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object passed(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
