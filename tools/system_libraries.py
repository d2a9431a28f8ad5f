"""See that the system libraries Qt needs are there, before a window asks for them.

Only the standard library is used. On Debian and Ubuntu missing libraries are installed when root
runs this; everyone else is told the exact command. On other systems the libraries are named.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

# The Debian package of each library that Qt's wheels load from the system, by its name's start.
# Where a release renamed a package, the names stand side by side, the newest first.
PACKAGES: dict[str, tuple[str, ...]] = {
    "libEGL.so": ("libegl1",),
    "libGL.so": ("libgl1",),
    "libGLX.so": ("libglx0",),
    "libGLdispatch.so": ("libglvnd0",),
    "libX11.so": ("libx11-6",),
    "libX11-xcb.so": ("libx11-xcb1",),
    "libdbus-1.so": ("libdbus-1-3",),
    "libexpat.so": ("libexpat1",),
    "libfontconfig.so": ("libfontconfig1",),
    "libfreetype.so": ("libfreetype6",),
    "libglib-2.0.so": ("libglib2.0-0t64", "libglib2.0-0"),
    "libgthread-2.0.so": ("libglib2.0-0t64", "libglib2.0-0"),
    "libpng16.so": ("libpng16-16t64", "libpng16-16"),
    "libstdc++.so": ("libstdc++6",),
    "libwayland-client.so": ("libwayland-client0",),
    "libwayland-cursor.so": ("libwayland-cursor0",),
    "libwayland-egl.so": ("libwayland-egl1",),
    "libxcb.so": ("libxcb1",),
    "libxcb-cursor.so": ("libxcb-cursor0",),
    "libxcb-icccm.so": ("libxcb-icccm4",),
    "libxcb-image.so": ("libxcb-image0",),
    "libxcb-keysyms.so": ("libxcb-keysyms1",),
    "libxcb-randr.so": ("libxcb-randr0",),
    "libxcb-render.so": ("libxcb-render0",),
    "libxcb-render-util.so": ("libxcb-render-util0",),
    "libxcb-shape.so": ("libxcb-shape0",),
    "libxcb-shm.so": ("libxcb-shm0",),
    "libxcb-sync.so": ("libxcb-sync1",),
    "libxcb-util.so": ("libxcb-util1",),
    "libxcb-xfixes.so": ("libxcb-xfixes0",),
    "libxcb-xkb.so": ("libxcb-xkb1",),
    "libxkbcommon.so": ("libxkbcommon0",),
    "libxkbcommon-x11.so": ("libxkbcommon-x11-0",),
    "libz.so": ("zlib1g",),
    "libzstd.so": ("libzstd1",),
}
FONT_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
WIDGETS = "lib/libQt6Widgets.so.6"


def qt_files(qt: Path, purpose: str) -> list[Path]:
    """Return the parts of Qt under `qt` that load system libraries for a window, or offscreen."""
    plugins = ["offscreen"]
    if purpose == "window":
        plugins.append("xcb")
        if os.environ.get("WAYLAND_DISPLAY"):
            plugins.append("wayland")
    names = [WIDGETS, *(f"plugins/platforms/libq{plugin}.so" for plugin in plugins)]
    return [qt / name for name in names if (qt / name).exists()]


def missing_in(ldd_output: str) -> set[str]:
    """Return the library file names that `ldd` could not find."""
    return set(re.findall(r"^\s*(\S+) => not found", ldd_output, flags=re.MULTILINE))


def missing_libraries(files: Iterable[Path]) -> set[str]:
    """Return the libraries that these files lack (none where there is no `ldd`)."""
    ldd = shutil.which("ldd")
    if ldd is None:
        return set()
    said = (
        subprocess.run([ldd, file], capture_output=True, text=True, check=False) for file in files
    )
    return set().union(*(missing_in(answer.stdout) for answer in said))


def has_a_font() -> bool:
    """Tell whether any font is installed: without one every letter is drawn as a box."""
    folders = (Path(folder).expanduser() for folder in FONT_FOLDERS)
    return any(
        file.suffix.lower() in {".ttf", ".otf", ".ttc", ".pfb"}
        for folder in folders
        for file in folder.rglob("*")
    )


def packages_for(libraries: Iterable[str], offered: Callable[[str], bool]) -> list[str]:
    """Name the Debian packages that hold these libraries, in the spelling this release offers."""
    found: set[str] = set()
    for library in libraries:
        spellings = PACKAGES.get(library.partition(".so")[0] + ".so", ())
        found.update([name for name in spellings if offered(name)][:1] or spellings[-1:])
    return sorted(found)


def offered_by_apt(package: str) -> bool:
    """Tell whether apt knows a package of exactly this name."""
    answer = subprocess.run(
        ["apt-cache", "show", "--no-all-versions", package], capture_output=True, check=False
    )
    return answer.returncode == 0


def installed(packages: list[str]) -> bool:
    """Install packages as root, quietly; tell whether that went well."""
    print("Installing " + " ".join(packages) + ".", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    answer = subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)
    return answer.returncode == 0


def settle_with_apt(libraries: set[str], *, font: bool) -> int:
    """Install what is missing, or print the command for it; return the exit code."""
    root = os.geteuid() == 0
    if root:
        subprocess.run(["apt-get", "update", "-qq"], check=False, stdout=subprocess.DEVNULL)
    unknown = {name for name in libraries if not packages_for([name], offered_by_apt)}
    packages = packages_for(libraries, offered_by_apt) + [FONT_PACKAGE] * (not font)
    if unknown:
        print("Qt needs these too, whose packages are not known: " + ", ".join(sorted(unknown)))
    if root and packages and installed(packages):
        return 1 if unknown else 0
    if packages:
        print("Qt needs system libraries. Run this, then the same command again:")
        print("    " + "sudo " * (not root) + "apt-get install " + " ".join(packages))
    return 1


def main(purpose: str) -> int:
    """Check, install or tell, for `window` or `offscreen`; return the exit code."""
    if sys.platform != "linux":
        return 0
    package = importlib.util.find_spec("PySide6")
    if package is None or package.origin is None:
        print("PySide6 is not installed here: run `make run` first.")
        return 1
    libraries = missing_libraries(qt_files(Path(package.origin).parent / "Qt", purpose))
    font = has_a_font()
    if not libraries and font:
        return 0
    if shutil.which("apt-get"):
        return settle_with_apt(libraries, font=font)
    print("Qt needs these, which your system's packages hold: ", end="")
    print(", ".join(sorted(libraries) + ["a font"] * (not font)) + ".")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "window"))
