package dev.palindrome.adapters.http;

import dev.palindrome.adapters.http.door.Access;
import dev.palindrome.adapters.http.door.Door;
import dev.palindrome.adapters.http.door.Logins;
import dev.palindrome.adapters.http.door.SessionResource;
import dev.palindrome.adapters.http.door.Visit;
import dev.palindrome.adapters.http.door.WriteRate;
import dev.palindrome.adapters.http.load.Limits;
import dev.palindrome.adapters.http.load.LockView;
import dev.palindrome.adapters.http.load.SharedReports;
import dev.palindrome.adapters.http.load.Turns;
import dev.palindrome.adapters.http.migration.AppsResource;
import dev.palindrome.adapters.http.migration.MigrationResource;
import dev.palindrome.adapters.http.migration.MigrationsResource;
import dev.palindrome.adapters.http.monitor.HealthResource;
import dev.palindrome.adapters.http.monitor.Metrics;
import dev.palindrome.adapters.http.monitor.MetricsResource;
import dev.palindrome.adapters.http.monitor.Readiness;
import dev.palindrome.adapters.http.page.PageResource;
import dev.palindrome.adapters.http.plan.Plans;
import dev.palindrome.adapters.http.plan.PlansResource;
import dev.palindrome.adapters.http.request.Bodies;
import dev.palindrome.adapters.http.run.EventStreams;
import dev.palindrome.adapters.http.run.EventsResource;
import dev.palindrome.adapters.http.run.Runs;
import dev.palindrome.adapters.http.run.RunsResource;
import dev.palindrome.adapters.http.schema.PlanSchemaResource;
import dev.palindrome.adapters.http.schema.SchemaResource;
import dev.palindrome.application.Palindrome;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** All that the server answers. {@code openapi.json} describes exactly these. */
final class Routes {
    private final List<Route> all;
    private final WriteRate writes;

    Routes(Palindrome palindrome, Limits limits, Runs runs, Plans plans, Watching watching) {
        AppsResource apps = new AppsResource(palindrome, watching.reports());
        MigrationsResource migrations = new MigrationsResource(watching.reports());
        MigrationResource migration = new MigrationResource(palindrome);
        SchemaResource schema = new SchemaResource(palindrome);
        writes = new WriteRate(limits);
        Bodies bodies = new Bodies(limits, watching.pool());
        Turns turns = new Turns();
        LockView lock = new LockView(palindrome);
        PlansResource planning = new PlansResource(palindrome, plans, lock);
        PlanSchemaResource planSchema = new PlanSchemaResource(palindrome, plans);
        RunsResource running = new RunsResource(palindrome, runs, lock, turns);
        EventsResource events = new EventsResource(runs, watching.streams());
        HealthResource health = new HealthResource(watching.readiness(), watching.pool(), limits);
        MetricsResource metrics = new MetricsResource(watching.metrics(), watching.reports(), watching.pool(), limits);
        SessionResource session = new SessionResource(watching.logins());
        PageResource page = new PageResource();
        OpenApiResource openApi = new OpenApiResource();
        all = List.of(
                Route.get("/", Access.ANYBODY, page::index),
                Route.get("/assets/{file}", Access.ANYBODY, page::asset),
                Route.get("/api/v1/session", Access.ANYBODY, session::show),
                Route.post("/api/v1/session", Access.ANYBODY, bodies.awaiting(session::open)),
                Route.delete("/api/v1/session", Access.VIEWER, session::close),
                Route.get("/api/v1/apps", Access.VIEWER, apps::list),
                Route.get("/api/v1/apps/{app}/migrations", Access.VIEWER, migrations::list),
                Route.get("/api/v1/apps/{app}/migrations/{id}", Access.VIEWER, turns.taking(migration::show)),
                Route.get("/api/v1/schema", Access.VIEWER, turns.taking(schema::show)),
                Route.post("/api/v1/plans", Access.VIEWER, bodies.awaiting(turns.taking(planning::compute))),
                Route.get("/api/v1/plans/{hash}", Access.VIEWER, turns.taking(planning::show)),
                Route.get("/api/v1/plans/{hash}/schema", Access.VIEWER, turns.taking(planSchema::show)),
                Route.post("/api/v1/plans/{hash}/runs", Access.OPERATOR, bodies.awaiting(turns.taking(running::start))),
                Route.get("/api/v1/runs", Access.VIEWER, turns.taking(running::list)),
                Route.get("/api/v1/runs/{id}", Access.VIEWER, running::show),
                Route.get("/api/v1/runs/{id}/events", Access.VIEWER, events::stream),
                Route.get("/health/live", Access.ANYBODY, health::live),
                Route.get("/health/ready", Access.ANYBODY, health::ready),
                Route.get("/metrics", Access.VIEWER, metrics::show),
                Route.get("/openapi.json", Access.ANYBODY, openApi::show));
    }

    List<Route> all() {
        return all;
    }

    /** Puts the door before everything, and everything behind it. */
    void install(JavalinConfig config, Door door) {
        config.routes.before(ctx -> door.enter(ctx, access(ctx)));
        for (Route route : all) {
            boolean isRead = route.method().equals(HandlerType.GET);
            Handler limited = isRead ? route.handler() : writes.limiting(route.handler());
            Handler handler = Visit.requiring(route.access(), limited);
            config.routes.addHttpHandler(route.method(), route.path(), handler);
            if (isRead) {
                config.routes.head(route.path(), handler);
            }
        }
    }

    /** Whatever is not known to be for anybody asks for a token, also what isn't there. */
    private Access access(Context ctx) {
        String path = ctx.path().substring(ctx.contextPath().length());
        boolean isForAnybody = all.stream()
                .anyMatch(route ->
                        route.access() == Access.ANYBODY && answers(route, ctx.method()) && route.matches(path));
        return isForAnybody ? Access.ANYBODY : Access.VIEWER;
    }

    private static boolean answers(Route route, HandlerType method) {
        return route.method().equals(method.equals(HandlerType.HEAD) ? HandlerType.GET : method);
    }

    /**
     * What watches runs, the database and who comes in.
     *
     * @param metrics what is counted
     * @param logins who is who; empty if nobody needs to say
     * @param reports knows how migrations stand
     * @param streams the clients that watch runs
     * @param readiness knows whether the database can be reached
     * @param pool the server's threads
     */
    record Watching(
            Metrics metrics,
            Optional<Logins> logins,
            SharedReports reports,
            EventStreams streams,
            Readiness readiness,
            Executor pool) {}
}
