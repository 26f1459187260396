package org.ncsoversight.deploy.launch;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.ncsoversight.deploy.server.Addresses;
import org.ncsoversight.deploy.server.StartRefused;

/** What a start was asked to do. */
public record Options(Path root, Path data, int portOffset, boolean fresh, Demonstration demonstration) {

    static final String HELP = """
        Usage: deploy/start [options]

        Starts the whole platform on this machine and stops it again on Ctrl-C.

          --fresh            empty the data first
          --demo             load the demonstration data (done by itself when the data is empty), while the platform runs
          --no-demo          load nothing; on empty data also let nobody in but one administrator
          --port-offset N    add N to every port, to run beside another platform
          --data DIR         keep data and logs in DIR instead of .run/data
          --help             this text
        """;

    /** Whether demonstration data is loaded, and with it people whose passwords everybody knows. */
    public enum Demonstration {
        WHEN_EMPTY,
        YES,
        NO,
        /** The people without the data, for tests. */
        PEOPLE_ONLY
    }

    /** Everything as it is without options. */
    public static Options at(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        return new Options(absolute, absolute.resolve(".run/data"), 0, false, Demonstration.WHEN_EMPTY);
    }

    public Options withData(Path folder) {
        return new Options(root, folder.toAbsolutePath().normalize(), portOffset, fresh, demonstration);
    }

    public Options withPortOffset(int offset) {
        return new Options(root, data, offset, fresh, demonstration);
    }

    public Options with(Demonstration choice) {
        return new Options(root, data, portOffset, fresh, choice);
    }

    public Options withFreshData() {
        return new Options(root, data, portOffset, true, demonstration);
    }

    static Options parse(Path root, List<String> arguments) {
        Options options = at(root);
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.remove();
            options = switch (option) {
                case "--fresh" -> options.withFreshData();
                case "--demo" -> options.with(Demonstration.YES);
                case "--no-demo" -> options.with(Demonstration.NO);
                case "--port-offset" -> options.withPortOffset(portOffset(value(option, rest)));
                case "--data" -> options.withData(Path.of(value(option, rest)));
                default -> throw new StartRefused("Unknown option " + option + "; deploy/start --help lists them.");
            };
        }
        return options;
    }

    private static String value(String option, ArrayDeque<String> rest) {
        if (rest.isEmpty()) {
            throw new StartRefused(option + " needs a value; deploy/start --help shows it.");
        }
        return rest.remove();
    }

    private static int portOffset(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > Addresses.LARGEST_OFFSET) {
            throw new StartRefused(
                    "--port-offset must be a number from 0 to " + Addresses.LARGEST_OFFSET + ", not " + text + ".");
        }
        return Integer.parseInt(text);
    }
}
