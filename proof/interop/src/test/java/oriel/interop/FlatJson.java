package oriel.interop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an array of objects whose members are scalars, or objects whose members count as their own, as the command line prints them; no more than the tests need. */
final class FlatJson {

    private static final Pattern OBJECT = Pattern.compile("\\{(?:[^{}]|\\{[^{}]*\\})*\\}");
    private static final Pattern MEMBER =
            Pattern.compile("\"(\\w+)\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,}\\s]+))");

    private FlatJson() {}

    static List<Map<String, String>> objects(String json) {
        List<Map<String, String>> objects = new ArrayList<>();
        Matcher object = OBJECT.matcher(json);
        while (object.find()) {
            Map<String, String> members = new LinkedHashMap<>();
            Matcher member = MEMBER.matcher(object.group());
            while (member.find()) {
                members.put(member.group(1), member.group(2) != null ? member.group(2) : member.group(3));
            }
            objects.add(members);
        }
        return objects;
    }
}
