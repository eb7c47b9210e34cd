"""The National Grid of Great Britain, turned into degrees.

Formulas and constants: Ordnance Survey, "A guide to coordinate systems in Great Britain", version 3.6, annexes B and C,
and section 6.6 for the seven-parameter change of datum, which is good to about 5 metres: far finer than a postcode
needs.
"""

import math

from onemm.lib.geo import Point

# Airy 1830, the ellipsoid of the grid, and GRS80, that of WGS 84: semi-axes in metres.
_AIRY_A, _AIRY_B = 6_377_563.396, 6_356_256.909
_GRS80_A, _GRS80_B = 6_378_137.0, 6_356_752.3141
_SCALE = 0.9996012717
_LAT0, _LON0 = math.radians(49), math.radians(-2)
_EASTING0, _NORTHING0 = 400_000, -100_000
_AIRY_E2 = 1 - _AIRY_B**2 / _AIRY_A**2
_GRS80_E2 = 1 - _GRS80_B**2 / _GRS80_A**2
# From OSGB36 to WGS 84: the guide's table the other way round. Metres, parts, radians.
_SHIFT = (446.448, -125.157, 542.060)
_GROWTH = -20.4894e-6
_TURN = tuple(math.radians(seconds / 3600) for seconds in (0.1502, 0.2470, 0.8421))


def point_of_grid(easting: float, northing: float) -> Point:
    """Return the point of a grid reference in metres, WGS 84."""
    return _to_wgs84(*_to_airy(easting, northing))


def _meridional_arc(lat: float) -> float:
    """Annex C, equation C3: metres along the central meridian from the true origin."""
    n = (_AIRY_A - _AIRY_B) / (_AIRY_A + _AIRY_B)
    d, s = lat - _LAT0, lat + _LAT0
    return (
        _AIRY_B
        * _SCALE
        * (
            (1 + n + 5 / 4 * (n**2 + n**3)) * d
            - (3 * n + 3 * n**2 + 21 / 8 * n**3) * math.sin(d) * math.cos(s)
            + 15 / 8 * (n**2 + n**3) * math.sin(2 * d) * math.cos(2 * s)
            - 35 / 24 * n**3 * math.sin(3 * d) * math.cos(3 * s)
        )
    )


def _to_airy(easting: float, northing: float) -> tuple[float, float]:
    """Annex C.2: from the grid to latitude and longitude on Airy's ellipsoid, in radians."""
    lat = _LAT0 + (northing - _NORTHING0) / (_AIRY_A * _SCALE)
    while abs(left := northing - _NORTHING0 - _meridional_arc(lat)) >= 1e-3:
        lat += left / (_AIRY_A * _SCALE)
    sin2, tan, sec = math.sin(lat) ** 2, math.tan(lat), 1 / math.cos(lat)
    nu = _AIRY_A * _SCALE / math.sqrt(1 - _AIRY_E2 * sin2)
    rho = nu * (1 - _AIRY_E2) / (1 - _AIRY_E2 * sin2)
    eta2 = nu / rho - 1
    de, t2 = easting - _EASTING0, tan * tan
    vii = tan / (2 * rho * nu)
    viii = tan / (24 * rho * nu**3) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2)
    ix = tan / (720 * rho * nu**5) * (61 + 90 * t2 + 45 * t2 * t2)
    x = sec / nu
    xi = sec / (6 * nu**3) * (nu / rho + 2 * t2)
    xii = sec / (120 * nu**5) * (5 + 28 * t2 + 24 * t2 * t2)
    xiia = sec / (5040 * nu**7) * (61 + 662 * t2 + 1320 * t2**2 + 720 * t2**3)
    return (
        lat - vii * de**2 + viii * de**4 - ix * de**6,
        _LON0 + x * de - xi * de**3 + xii * de**5 - xiia * de**7,
    )


def _to_wgs84(lat: float, lon: float) -> Point:
    """Annex B and section 6.6: through Cartesian coordinates, seven parameters, and back."""
    nu = _AIRY_A / math.sqrt(1 - _AIRY_E2 * math.sin(lat) ** 2)
    x, y = nu * math.cos(lat) * math.cos(lon), nu * math.cos(lat) * math.sin(lon)
    z = (1 - _AIRY_E2) * nu * math.sin(lat)
    (tx, ty, tz), (rx, ry, rz), grown = _SHIFT, _TURN, 1 + _GROWTH
    x, y, z = tx + grown * x - rz * y + ry * z, ty + rz * x + grown * y - rx * z, tz - ry * x + rx * y + grown * z
    flat = math.hypot(x, y)
    lat = math.atan2(z, flat * (1 - _GRS80_E2))
    for _ in range(4):  # converges below a millimetre
        nu = _GRS80_A / math.sqrt(1 - _GRS80_E2 * math.sin(lat) ** 2)
        lat = math.atan2(z + _GRS80_E2 * nu * math.sin(lat), flat)
    return Point(math.degrees(lat), math.degrees(math.atan2(y, x)))
