package oriel.contract.protocol;

import java.util.Arrays;

/**
 * User name, password and domain ({@code WTS_USER_CREDENTIAL}; page of that name).
 *
 * @param userName at most 255 characters
 * @param password clear text, at most 255 characters; copied in; secret: whoever owns the credential wipes it
 * @param domain at most 255 characters, possibly empty
 */
public record UserCredential(String userName, char[] password, String domain) {

    /** Checks the lengths and copies the password. */
    public UserCredential {
        Lengths.check("UserName", userName, 255);
        Lengths.check("Password", password, 255);
        Lengths.check("Domain", domain, 255);
        password = password.clone();
    }

    /** Overwrites the password. */
    public void wipe() {
        Arrays.fill(password, '\0');
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "UserCredential[userName=" + userName + ", domain=" + domain + "]";
    }
}
