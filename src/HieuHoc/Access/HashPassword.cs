namespace HieuHoc.Access;

/// <summary>Turns a password into what is stored of it; the host brings the way.</summary>
public delegate string HashPassword(string password);
