package dev.palindrome.testkit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Makes a test of each leg of a {@link PackTrip}. */
final class PalindromeExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(PalindromeTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        PalindromeTest wanted = context.getRequiredTestMethod().getAnnotation(PalindromeTest.class);
        PackTrip trip = context.getStore(ExtensionContext.Namespace.create(PalindromeExtension.class))
                .getOrComputeIfAbsent(PackTrip.class, type -> PackTrip.of(wanted), PackTrip.class);
        return trip.legs().stream().map(Leg::new);
    }

    private record Leg(PackTrip.Leg leg) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return leg.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new InvocationInterceptor() {
                @Override
                public void interceptTestTemplateMethod(
                        Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
                        throws Throwable {
                    leg.run();
                    invocation.proceed();
                }
            });
        }
    }
}
