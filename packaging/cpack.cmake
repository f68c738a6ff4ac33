# The Debian package: `cpack` in a build folder makes it. Libraries are found by dpkg-shlibdeps; what is loaded at run time
# only (database drivers, the keychain's library, the SVG plugin) is named here.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME syncline)
set(CPACK_PACKAGE_VENDOR "The Syncline authors")
set(CPACK_PACKAGE_CONTACT "The Syncline authors <syncline@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "keep contacts and companies the same in several CRMs")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Syncline reads what changed in each connected CRM, decides once for all of
them, shows what it is going to do and why, and then writes only the fields
that changed. Where two people changed the same field to different values,
it asks instead of guessing.
.
This package has the window (syncline), the command line (syncline-cli) and
stand-in CRMs with invented people for a demonstration (syncline-sandbox).")
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, libsecret-1-0")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, fonts-noto-core, qt6-translations-l10n, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_VERBATIM_VARIABLES ON)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # cpack packs what was built and builds nothing
include(CPack)
