"use server";

export async function nothing(_previous: null, _formData: FormData) {
  return null;
}
