package io.causerie.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Finds the few mappings a path may be meant for, by how many segments it has and by its last one: to ask each of all costs more than a short answer. */
final class PathIndex {

    /** A mapping and what answers for it. */
    record Mapped(RequestMappingInfo info, HandlerMethod handler) {}

    private record Place(Mapped mapped, List<PathShape> shapes) {

        boolean fits(String path, int segments) {
            for (var shape : shapes) {
                if (shape.fits(path, segments)) {
                    return true;
                }
            }
            return false;
        }

        boolean any(Predicate<PathShape> which) {
            return shapes.stream().anyMatch(which);
        }
    }

    /** Those of one number of segments: by how they end, and those that may end in any way, which are among the former, too. */
    private record Level(Map<String, List<Place>> ending, List<Place> others) {

        static Level of(List<Place> places, int segments) {
            Predicate<PathShape> here = it -> it.segments() < 0 || it.segments() == segments;
            var ending = new HashMap<String, List<Place>>();
            places.stream()
                    .flatMap(it -> it.shapes().stream())
                    .filter(here)
                    .map(PathShape::tail)
                    .forEach(tail -> ending.computeIfAbsent(
                            tail,
                            key -> those(
                                    places,
                                    here.and(it ->
                                            it.tail().isEmpty() || it.tail().equals(key)))));
            return new Level(ending, those(places, here.and(it -> it.tail().isEmpty())));
        }

        private static List<Place> those(List<Place> places, Predicate<PathShape> which) {
            return places.stream().filter(it -> it.any(which)).toList();
        }
    }

    private final List<Mapped> all;
    private final List<Level> levels = new ArrayList<>();

    PathIndex(Map<RequestMappingInfo, HandlerMethod> handlers) {
        var places = new ArrayList<Place>();
        handlers.forEach((info, handler) -> places.add(new Place(
                new Mapped(info, handler),
                info.getPatternValues().stream().map(PathShape::of).toList())));
        this.all = places.stream().map(Place::mapped).toList();
        int most = places.stream()
                .flatMap(it -> it.shapes().stream())
                .mapToInt(PathShape::segments)
                .max()
                .orElse(0);
        for (int segments = 0; segments <= Math.max(0, most) + 1; segments++) {
            levels.add(Level.of(places, segments));
        }
    }

    /** Every mapping with a pattern that matches the path, and hardly another. */
    List<Mapped> candidates(String path) {
        if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
            return all;
        }
        int segments = PathShape.segments(path);
        var level = levels.get(Math.min(segments, levels.size() - 1));
        var found = new ArrayList<Mapped>(4);
        for (var place : level.ending().getOrDefault(PathShape.tail(path), level.others())) {
            if (place.fits(path, segments)) {
                found.add(place.mapped());
            }
        }
        return found;
    }
}
