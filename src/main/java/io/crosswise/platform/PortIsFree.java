package io.crosswise.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Tries the port before anything else starts: the web server does so last, after a minute of loading on a first start. */
class PortIsFree implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
    private static final int BY_DEFAULT = 8080;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        int port = environment.getProperty("server.port", Integer.class, BY_DEFAULT);
        if (!(context instanceof WebServerApplicationContext) || port <= 0) {
            return;
        }
        try {
            new ServerSocket(port, 1, environment.getProperty("server.address", InetAddress.class)).close();
        } catch (IOException e) {
            throw new PortInUseException(port, e);
        }
    }

    /** After the settings of this run are complete. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
