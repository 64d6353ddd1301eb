package dev.palindrome.testkit;

import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Notes what the contracts prove. JUnit calls it for each test of a {@link Contract}, wherever that is extended. */
final class ContractReporting implements InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        note(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        note(invocation, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        note(invocation, context);
    }

    private static void note(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        boolean passed = false;
        try {
            invocation.proceed();
            passed = true;
        } finally {
            note(passed ? Verdict.PASSED : Verdict.FAILED, context);
        }
    }

    private static void note(Verdict verdict, ExtensionContext context) {
        ExtensionContext test = ofMethod(context);
        Contract contract = (Contract) test.getRequiredTestInstance();
        Reports reports = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ContractReporting.class))
                .getOrComputeIfAbsent(
                        Reports.class,
                        type -> new Reports(context.getConfigurationParameter(Reports.FOLDER)),
                        Reports.class);
        Proof proof = new Proof(
                contract.topic(),
                outermost(test).getSimpleName(),
                Optional.ofNullable(test.getRequiredTestMethod().getAnnotation(Proves.class)),
                verdict);
        reports.of(contract.testDatabase()).note(proof);
        test.getRequiredTestInstances().findInstance(AdapterContract.class).ifPresent(all -> all.note(proof));
    }

    /** A dynamic test has neither method nor instance; the factory that made it has. */
    private static ExtensionContext ofMethod(ExtensionContext context) {
        return context.getTestMethod().isPresent()
                ? context
                : ofMethod(context.getParent().orElseThrow());
    }

    /** A contract that is nested may be so in a class that an adapter's test extends. */
    private static Class<?> outermost(ExtensionContext test) {
        return test.getRequiredTestInstances().getAllInstances().get(0).getClass();
    }
}
