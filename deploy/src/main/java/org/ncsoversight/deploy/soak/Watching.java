package org.ncsoversight.deploy.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ncsoversight.deploy.launch.Platform;

/** Memory of each process over time, and what it has written to its log. */
final class Watching {

    record Sample(double minutes, long mib) {}

    private final Platform platform;
    private final long began = System.nanoTime();
    private final Map<String, List<Sample>> memory = new LinkedHashMap<>();

    Watching(Platform platform) {
        this.platform = platform;
    }

    synchronized void look() {
        double minutes = (System.nanoTime() - began) / 6e10;
        for (String name : platform.names()) {
            long mib = platform.residentInMib(name);
            if (mib > 0) {
                memory.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Sample(minutes, mib));
            }
        }
    }

    synchronized Map<String, List<Sample>> memory() {
        return Map.copyOf(memory);
    }

    static long most(List<Sample> samples) {
        return samples.stream().mapToLong(Sample::mib).max().orElse(0);
    }

    /** MiB a minute: least squares over the second half, when everything has been used once. */
    static double slope(List<Sample> all) {
        List<Sample> samples = all.subList(all.size() / 2, all.size());
        double meanTime =
                samples.stream().mapToDouble(Sample::minutes).average().orElse(0);
        double meanMib = samples.stream().mapToLong(Sample::mib).average().orElse(0);
        double up = 0;
        double down = 0;
        for (Sample sample : samples) {
            up += (sample.minutes() - meanTime) * (sample.mib() - meanMib);
            down += (sample.minutes() - meanTime) * (sample.minutes() - meanTime);
        }
        return down == 0 ? 0 : up / down;
    }

    /** All logs of one process together, in bytes. */
    static long logsInBytes(Path logs, String name) {
        return size(logs, file -> file.getFileName().toString().startsWith(name + "."));
    }

    static long size(Path folder, java.util.function.Predicate<Path> counted) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            // Files come and go while this looks; one that is gone has no length.
            return files.filter(counted)
                    .mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        } catch (UncheckedIOException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
