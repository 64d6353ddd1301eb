package com.example.hsqldb;

import dev.palindrome.testkit.SharedAdapterContract;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.UUID;
import org.hsqldb.persist.HsqlProperties;
import org.hsqldb.server.Server;
import org.hsqldb.server.ServerAcl;

/** HSQLDB keeps the contracts, behind a server. */
final class HsqldbServerTest extends SharedAdapterContract {
    private static final int PORT = start();

    HsqldbServerTest() {
        super(new HsqldbDatabases(HsqldbServerTest::freshUrl));
    }

    private static String freshUrl() {
        String name = "db" + UUID.randomUUID().toString().replace("-", "");
        return "jdbc:hsqldb:hsql://localhost:" + PORT + "/" + name + ";mem:" + name;
    }

    private static int start() {
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            HsqlProperties properties = new HsqlProperties();
            properties.setProperty("server.port", port);
            properties.setProperty("server.remote_open", true);
            properties.setProperty("server.maxdatabases", 10_000);
            Server server = new Server();
            server.setLogWriter(null);
            server.setErrWriter(null);
            server.setDaemon(true);
            server.setProperties(properties);
            server.start();
            server.checkRunning(true);
            return port;
        } catch (IOException | ServerAcl.AclFormatException e) {
            throw new IllegalStateException("No HSQLDB server could be started; without one nothing is proved", e);
        }
    }
}
