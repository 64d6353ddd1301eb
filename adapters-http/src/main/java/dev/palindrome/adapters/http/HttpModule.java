package dev.palindrome.adapters.http;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.palindrome.application.FrontEnd;

/** Adds this front end to the engine's. Found with ServiceLoader; nobody else needs its name. */
public final class HttpModule extends AbstractModule {

    /** For ServiceLoader. */
    public HttpModule() {}

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), FrontEnd.class).addBinding().toInstance(new HttpFrontEnd());
    }
}
