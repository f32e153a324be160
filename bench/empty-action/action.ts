"use server";

export async function nothing() {}
