package org.ncsoversight.reporting.folding;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The name of this process among its replicas; what is set, else the name of the host. */
@Component("instanceName")
public final class InstanceName {

    private static final Pattern NOT_FOR_KAFKA = Pattern.compile("[^a-zA-Z0-9._-]");
    private static final int LONGEST = 100;

    private final String name;

    InstanceName(StreamSettings settings) {
        String wanted = settings.instance().isBlank() ? hostName() : settings.instance();
        String usable = NOT_FOR_KAFKA.matcher(wanted).replaceAll("-");
        name = usable.substring(0, Math.min(usable.length(), LONGEST));
    }

    public String name() {
        return name;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("This host has no name: set REPORTING_INSTANCE", e);
        }
    }
}
